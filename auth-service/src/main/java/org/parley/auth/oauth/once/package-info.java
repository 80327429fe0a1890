/** Single use of codes, refresh tokens and DPoP proofs in the whole cluster. */
@NullMarked
package org.parley.auth.oauth.once;

import org.jspecify.annotations.NullMarked;
