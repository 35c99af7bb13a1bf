package io.aurorarestore.adapter.postgres;

import java.util.List;
import java.util.stream.Stream;

/**
 * SQL that fails and quotes data where it can: its own ({@code :text}, {@code :name}, {@code :raw}), and that of the table
 * {@code hostile}.
 */
record HostileSql(HostileData data) {

    private static final List<String> TYPES = List.of(
            "integer",
            "numeric",
            "float8",
            "boolean",
            "date",
            "timestamptz",
            "interval",
            "uuid",
            "json",
            "jsonb",
            "inet",
            "macaddr",
            "bytea",
            "bit",
            "money",
            "point",
            "int4range",
            "int[]",
            "regclass",
            "regproc",
            "regtype",
            "regrole",
            "tsquery",
            "xid",
            "pg_lsn",
            "moody",
            "short",
            "jsonpath",
            "txid_snapshot",
            "\"char\"",
            "name");

    private static final List<String> QUERIES = List.of(
            ":text",
            ":raw",
            "SELECT :name FROM hostile",
            "SELECT hostile.:name FROM hostile",
            "SELECT * FROM :name",
            "SELECT :name.f(1)",
            "SELECT :name(:text)",
            "SELECT :text::integer = 1",
            "SELECT what::integer = 1 FROM hostile",
            "SELECT :text:::name",
            "SELECT 1 / 0 = 1 AS :name",
            "SELECT :text",
            "SELECT what FROM hostile",
            "SELECT :text :raw",
            "SELECT ':raw",
            "SELECT \":raw",
            "SELECT E':raw'",
            "SELECT $q$:raw",
            "SELECT true -- :raw\n :raw",
            "SELECT 'a' ~ :text",
            "SELECT 'a' ~ what FROM hostile",
            "SELECT to_date(what, what) IS NULL FROM hostile",
            "SELECT to_timestamp(:text, :text) IS NULL",
            "SELECT to_number(:text, :text) = 1",
            "SELECT set_config(:text, :text, false) IS NULL",
            "SELECT current_setting(what) IS NULL FROM hostile",
            "SELECT format(what || '%', what) = '' FROM hostile",
            "SELECT decode(what, 'hex') IS NULL FROM hostile",
            "SELECT decode('', what) IS NULL FROM hostile",
            "SELECT convert_to('', what) IS NULL FROM hostile",
            "SELECT nextval(what) = 1 FROM hostile",
            "SELECT what::json -> 'a' IS NULL FROM hostile",
            "SELECT ('{\"a\": ' || what || '}')::jsonb IS NULL FROM hostile",
            "SELECT jsonb_path_exists('{}', what::jsonpath) FROM hostile",
            "SELECT now() AT TIME ZONE what IS NULL FROM hostile",
            "SELECT date_part(what, now()) = 1 FROM hostile",
            "SELECT has_table_privilege(what, what, what) FROM hostile",
            "SELECT what COLLATE :name = '' FROM hostile",
            "SELECT pg_read_file(what) = '' FROM hostile",
            "SELECT query_to_xml(what, true, true, '') IS NULL FROM hostile",
            "SELECT raised(what, '22P02') FROM hostile",
            "SELECT raised(:text, '23505')",
            "SELECT raised(what, 'HU123') FROM hostile",
            "SELECT warned(what) FROM hostile",
            "SELECT warned(:text) AND 1 / 0 = 1",
            "SELECT count(*) > 0 FROM hostile, LATERAL (SELECT what::integer) AS :name");

    private static final List<String> CHANGES = List.of(
            "INSERT INTO hostile SELECT what FROM hostile",
            "INSERT INTO hostile VALUES (:text), (:text)",
            "INSERT INTO watched SELECT what FROM hostile",
            "INSERT INTO following SELECT what || 'x' FROM hostile",
            "INSERT INTO listed SELECT what FROM hostile",
            "INSERT INTO excluding SELECT what FROM hostile, generate_series(1, 2)",
            "ALTER TABLE hostile ADD CONSTRAINT :name CHECK (what <> what)",
            "ALTER TABLE hostile ADD COLUMN :name integer NOT NULL",
            "ALTER TABLE hostile ALTER what TYPE integer USING what::integer",
            "ALTER TABLE hostile RENAME COLUMN :name TO :name",
            "ALTER TABLE hostile RENAME COLUMN what TO :name; SELECT what FROM hostile",
            "ALTER TYPE moody ADD VALUE :text; SELECT :text::moody",
            "CREATE TABLE :name (:name integer CONSTRAINT :name NOT NULL); INSERT INTO :name VALUES (NULL)",
            "CREATE TABLE :name (:name integer CONSTRAINT :name UNIQUE); INSERT INTO :name VALUES (1), (1)",
            "CREATE VIEW :name AS SELECT :name FROM hostile",
            "SET :name = :text",
            "SET search_path = :name; SELECT * FROM hostile",
            "SET client_min_messages = debug1; SELECT warned(what) FROM public.hostile",
            "LISTEN :name; NOTIFY :name, :text",
            "NOTIFY l, :text",
            "COPY hostile FROM :text",
            "GRANT :name TO {user}",
            "COMMENT ON COLUMN hostile.:name IS :text",
            "DO LANGUAGE :name :text",
            "DO $do$ DECLARE it text; BEGIN SELECT what INTO it FROM hostile; EXECUTE it; END $do$",
            "DO $do$ DECLARE it text; BEGIN SELECT what INTO it FROM hostile; RAISE EXCEPTION '%', it; END $do$",
            "DO $do$ DECLARE it int; BEGIN SELECT what INTO it FROM hostile; END $do$",
            "DO $do$ BEGIN ASSERT false, :text; END $do$",
            "DO $do$ BEGIN RAISE WARNING '%', :text; RAISE NOTICE '%', :text; RAISE LOG '%', :text; END $do$",
            "DO $do$ :raw $do$");

    /** One that may stand where a check does. */
    String query() {
        return filled(
                data.one(List.of(true, false, false))
                        ? "SELECT " + data.one(List.of(":text", "(SELECT what FROM hostile)")) + "::" + data.one(TYPES)
                                + " IS NULL"
                        : data.one(QUERIES));
    }

    /** Or where a script does. */
    String change() {
        return filled(data.one(Stream.concat(QUERIES.stream(), CHANGES.stream()).toList()));
    }

    private String filled(String template) {
        return template.replace(":text", Quoted.literal(data.next()))
                .replace(":name", Quoted.identifier(data.next()))
                .replace(":raw", data.next());
    }
}
