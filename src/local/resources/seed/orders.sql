-- The orders of one day: ${first} to ${last}, of ${day}.
SET ROLE postgres;
INSERT INTO orders (id, customer_id, ordered_on, status)
SELECT n, 1 + n * 31 % 200, DATE '${day}', (ARRAY['open','paid','shipped'])[1 + n % 3]
FROM generate_series(${first}, ${last}) AS n;
INSERT INTO order_items
SELECT n, 1 + (n * 17 + k * 11) % 50, 1 + (n + k) % 4
FROM generate_series(${first}, ${last}) AS n, generate_series(0, 1) AS k;
SELECT setval(pg_get_serial_sequence('orders', 'id'), ${last});
