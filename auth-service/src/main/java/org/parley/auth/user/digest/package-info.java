/** Generated secrets and their hashes. */
@NullMarked
package org.parley.auth.user.digest;

import org.jspecify.annotations.NullMarked;
