/** Validates texts of people. */
@NullMarked
package org.parley.platform.text;

import org.jspecify.annotations.NullMarked;
