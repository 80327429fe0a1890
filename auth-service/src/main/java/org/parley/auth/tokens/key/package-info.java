/** The keys that sign access tokens, and the encryption of data at rest. */
@NullMarked
package org.parley.auth.tokens.key;

import org.jspecify.annotations.NullMarked;
