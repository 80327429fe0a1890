/** The keys that sign access tokens, and what keeps secrets sealed at rest. */
@NullMarked
package org.parley.auth.tokens.key;

import org.jspecify.annotations.NullMarked;
