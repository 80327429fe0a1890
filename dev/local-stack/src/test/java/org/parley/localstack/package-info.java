/**
 * Tests of the servers for a laptop and for tests.
 */
@NullMarked
package org.parley.localstack;

import org.jspecify.annotations.NullMarked;
