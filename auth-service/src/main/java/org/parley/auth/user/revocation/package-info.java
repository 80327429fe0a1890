/** The revocation of access tokens before they expire. */
@NullMarked
package org.parley.auth.user.revocation;

import org.jspecify.annotations.NullMarked;
