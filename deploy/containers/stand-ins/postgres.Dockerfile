# As far as the stack uses it: a password from a file, and the data below /var/lib/postgresql.
FROM cellar/stand-in:bookworm
COPY server /usr/local
COPY postgres-entrypoint /usr/local/bin/
RUN groupadd --gid 999 postgres && useradd --uid 999 --gid 999 --create-home --home-dir /var/lib/postgresql postgres
ENV PGDATA=/var/lib/postgresql/18/docker LANG=C.UTF-8
VOLUME /var/lib/postgresql
STOPSIGNAL SIGINT
ENTRYPOINT ["postgres-entrypoint"]
CMD ["postgres"]
