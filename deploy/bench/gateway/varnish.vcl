vcl 4.1;
# The other peer: everything in memory.
backend default {
    .host = "127.0.0.1";
    .port = "@ORIGIN@";
}
