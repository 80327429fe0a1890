/** Another mail address for an account, and the way back to the one before. */
@NullMarked
package org.parley.auth.account.address;

import org.jspecify.annotations.NullMarked;
