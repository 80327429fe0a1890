/** The HTTP client of integration tests, its users and responses. */
@NullMarked
package org.parley.platform.test.client;

import org.jspecify.annotations.NullMarked;
