/** Families of refresh tokens: each is used once and gives its successor. */
@NullMarked
package org.parley.auth.tokens.refresh;

import org.jspecify.annotations.NullMarked;
