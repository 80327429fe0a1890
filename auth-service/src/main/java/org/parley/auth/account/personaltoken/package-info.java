/** Personal access tokens: named, scoped and expiring, for a person's own programs. */
@NullMarked
package org.parley.auth.account.personaltoken;

import org.jspecify.annotations.NullMarked;
