/** The last activity of users. */
@NullMarked
package org.parley.auth.user.activity;

import org.jspecify.annotations.NullMarked;
