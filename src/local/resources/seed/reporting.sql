-- What the analysts have made of the orders, with names in it.
SET ROLE analytics;
CREATE TABLE sales (id integer PRIMARY KEY, customer text NOT NULL, city text NOT NULL, cents integer NOT NULL);
INSERT INTO sales
SELECT n, 'Ada Lovelace ' || n, (ARRAY['Berlin','Lisbon','Oslo'])[1 + n % 3], n * 137 % 9500 FROM generate_series(1, 60) AS n;
