/** The devices with which users have signed in. */
@NullMarked
package org.parley.auth.user.device;

import org.jspecify.annotations.NullMarked;
