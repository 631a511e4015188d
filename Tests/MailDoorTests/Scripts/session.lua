-- Two mails over one connection: the first tagged, with a forged field taken away; the second aborted.
conn = mt.connect(socket)
if conn == nil then error("cannot connect") end
if mt.negotiate(conn, nil, nil, nil) ~= nil then error("negotiation failed") end
if not mt.test_action(conn, SMFIF_ADDHDRS) then error("does not ask to add headers") end
if not mt.test_action(conn, SMFIF_CHGHDRS) then error("does not ask to change headers") end
if mt.test_action(conn, SMFIF_CHGBODY) then error("asks to change bodies") end
if mt.test_action(conn, SMFIF_QUARANTINE) then error("asks to hold without need") end
if not mt.test_option(conn, SMFIP_NOBODY) then error("wants bodies") end
if mt.conninfo(conn, "client.test", "192.0.2.7") ~= nil then error("conninfo failed") end
if mt.helo(conn, "helo.test") ~= nil then error("helo failed") end
mt.macro(conn, SMFIC_MAIL, "i", "4LUA")
if mt.mailfrom(conn, "<a@x.test>", "SIZE=10") ~= nil then error("mailfrom failed") end
if mt.rcptto(conn, "<b@y.test>") ~= nil then error("rcptto failed") end
if mt.header(conn, "X-Reeve-Disposition", "NONE") ~= nil then error("header failed") end
if mt.header(conn, "Subject", "hello") ~= nil then error("header failed") end
if mt.eoh(conn) ~= nil then error("eoh failed") end
if mt.eom(conn) ~= nil then error("eom failed") end
if mt.getreply(conn) ~= SMFIR_CONTINUE then error("the message does not go on") end
if not mt.eom_check(conn, MT_HDRDELETE, "x-reeve-disposition") then error("the forged header stays") end
if not mt.eom_check(conn, MT_HDRINSERT, "X-Reeve-Disposition") then error("no disposition") end
if string.find(mt.getheader(conn, "X-Reeve-Disposition", 0), "SUSPICIOUS", 1, true) == nil then error("wrong disposition") end
if mt.eom_check(conn, MT_QUARANTINE) then error("held") end
if mt.mailfrom(conn, "<c@x.test>") ~= nil then error("second mailfrom failed") end
mt.abort(conn)
mt.disconnect(conn)
