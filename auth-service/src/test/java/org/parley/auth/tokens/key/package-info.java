/** The rules of secrets and keys. */
@NullMarked
package org.parley.auth.tokens.key;

import org.jspecify.annotations.NullMarked;
