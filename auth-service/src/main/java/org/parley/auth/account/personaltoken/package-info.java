/** Personal access tokens, with which programs of a user call the API. */
@NullMarked
package org.parley.auth.account.personaltoken;

import org.jspecify.annotations.NullMarked;
