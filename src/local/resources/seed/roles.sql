-- What Aurora gives every cluster: the master user is no superuser, but may create roles and databases.
CREATE ROLE rds_superuser NOLOGIN;
GRANT pg_monitor, pg_signal_backend, pg_checkpoint TO rds_superuser WITH ADMIN OPTION;
CREATE ROLE postgres LOGIN CREATEROLE CREATEDB;
GRANT rds_superuser TO postgres;
SET ROLE postgres;
-- A migration tool with a login of its own, which the master user has made.
CREATE ROLE flyway LOGIN;
-- What a login of its own gets, and what nobody else may inherit.
ALTER ROLE flyway SET search_path = audit, public;
ALTER ROLE flyway SET lock_timeout = '5s';
-- Analysts, with a database of their own.
CREATE ROLE analytics LOGIN;
RESET ROLE;
CREATE DATABASE orders OWNER postgres;
CREATE DATABASE reporting OWNER analytics;
