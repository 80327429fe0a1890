/** What the tests of every service share. */
@NullMarked
package org.parley.platform.test;

import org.jspecify.annotations.NullMarked;
