/** The API to read and change user profiles. */
@NullMarked
package org.parley.auth.account.profile;

import org.jspecify.annotations.NullMarked;
