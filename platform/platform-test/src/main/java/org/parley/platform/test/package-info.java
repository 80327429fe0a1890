/** Support for the tests of all services. */
@NullMarked
package org.parley.platform.test;

import org.jspecify.annotations.NullMarked;
