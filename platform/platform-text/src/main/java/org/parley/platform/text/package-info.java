/** Texts of people: their validation, and the configuration of their rendering. */
@NullMarked
package org.parley.platform.text;

import org.jspecify.annotations.NullMarked;
