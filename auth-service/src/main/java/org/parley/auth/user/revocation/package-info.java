/** Access tokens that count no more before they expire, told to whoever refuses them. */
@NullMarked
package org.parley.auth.user.revocation;

import org.jspecify.annotations.NullMarked;
