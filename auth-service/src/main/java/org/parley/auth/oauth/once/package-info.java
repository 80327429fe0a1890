/** What counts once in the whole cluster: codes, refresh tokens, proofs of a key. */
@NullMarked
package org.parley.auth.oauth.once;

import org.jspecify.annotations.NullMarked;
