-- A refused message.
conn = mt.connect(socket)
if conn == nil then error("cannot connect") end
if mt.conninfo(conn, "client.test", "192.0.2.7") ~= nil then error("conninfo failed") end
if mt.mailfrom(conn, "<a@x.test>") ~= nil then error("mailfrom failed") end
if mt.rcptto(conn, "<b@y.test>") ~= nil then error("rcptto failed") end
if mt.header(conn, "Subject", "hello") ~= nil then error("header failed") end
if mt.eoh(conn) ~= nil then error("eoh failed") end
if mt.eom(conn) ~= nil then error("eom failed") end
if mt.getreply(conn) ~= string.byte("y") then error("no reply code") end
mt.disconnect(conn)
