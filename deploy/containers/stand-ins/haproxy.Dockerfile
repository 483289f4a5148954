FROM cellar/stand-in:bookworm
USER haproxy
CMD ["haproxy"]
