/** Refresh tokens: each is valid for one use and is replaced by its successor. */
@NullMarked
package org.parley.auth.tokens.refresh;

import org.jspecify.annotations.NullMarked;
