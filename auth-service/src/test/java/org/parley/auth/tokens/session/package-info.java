/** The rules of sessions. */
@NullMarked
package org.parley.auth.tokens.session;

import org.jspecify.annotations.NullMarked;
