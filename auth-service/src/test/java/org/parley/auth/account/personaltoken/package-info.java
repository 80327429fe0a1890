/** Tests of personal access tokens. */
@NullMarked
package org.parley.auth.account.personaltoken;

import org.jspecify.annotations.NullMarked;
