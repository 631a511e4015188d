-- A held message, over a connection that miltertest negotiates by itself.
conn = mt.connect(socket)
if conn == nil then error("cannot connect") end
if mt.conninfo(conn, "client.test", "unspec") ~= nil then error("conninfo failed") end
if not mt.test_action(conn, SMFIF_QUARANTINE) then error("does not ask to hold") end
if mt.mailfrom(conn, "<a@x.test>") ~= nil then error("mailfrom failed") end
if mt.rcptto(conn, "<b@y.test>") ~= nil then error("rcptto failed") end
if mt.header(conn, "Subject", "hello") ~= nil then error("header failed") end
if mt.eoh(conn) ~= nil then error("eoh failed") end
if mt.eom(conn) ~= nil then error("eom failed") end
if mt.getreply(conn) ~= SMFIR_CONTINUE then error("the message does not go on") end
if not mt.eom_check(conn, MT_QUARANTINE, "SUSPICIOUS Protected Name <Ana> should not appear as <a@x.test>") then error("not held") end
if not mt.eom_check(conn, MT_HDRINSERT, "X-Reeve-Attribute") then error("no attribute") end
mt.disconnect(conn)
