/**
 * Real MongoDB, RabbitMQ and Redis for a laptop and for tests, and tenants in them that
 * are kept apart as in production.
 */
@NullMarked
package org.parley.localstack;

import org.jspecify.annotations.NullMarked;
