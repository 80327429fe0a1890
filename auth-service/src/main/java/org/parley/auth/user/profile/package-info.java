/** The profile of a user and its rules. */
@NullMarked
package org.parley.auth.user.profile;

import org.jspecify.annotations.NullMarked;
