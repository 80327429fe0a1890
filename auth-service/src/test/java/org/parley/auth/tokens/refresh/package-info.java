/** The rules of refresh tokens. */
@NullMarked
package org.parley.auth.tokens.refresh;

import org.jspecify.annotations.NullMarked;
