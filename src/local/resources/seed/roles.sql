-- What Aurora gives every cluster: the master user is no superuser, but may create roles and databases.
CREATE ROLE rds_superuser NOLOGIN;
GRANT pg_monitor, pg_signal_backend, pg_checkpoint TO rds_superuser WITH ADMIN OPTION;
CREATE ROLE postgres LOGIN CREATEROLE CREATEDB;
GRANT rds_superuser TO postgres;
SET ROLE postgres;
-- A migration tool with a login of its own, which the master user has made.
CREATE ROLE flyway LOGIN;
RESET ROLE;
CREATE DATABASE orders OWNER postgres;
