/** What stands in for secrets and names that shall be found and not read. */
@NullMarked
package org.parley.auth.digest;

import org.jspecify.annotations.NullMarked;
