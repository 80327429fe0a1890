/** Tests that no input makes a regular expression slow or deeply recursive. */
@NullMarked
package org.parley.platform.test.pattern;

import org.jspecify.annotations.NullMarked;
