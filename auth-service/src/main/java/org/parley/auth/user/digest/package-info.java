/** What stands in for secrets and names that shall be found and not read. */
@NullMarked
package org.parley.auth.user.digest;

import org.jspecify.annotations.NullMarked;
