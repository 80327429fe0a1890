/** Encrypted notes that a browser keeps from one step to the next. */
@NullMarked
package org.parley.auth.tokens.note;

import org.jspecify.annotations.NullMarked;
