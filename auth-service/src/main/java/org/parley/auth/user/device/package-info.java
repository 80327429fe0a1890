/** The devices that people have signed in with, by what they are known again. */
@NullMarked
package org.parley.auth.user.device;

import org.jspecify.annotations.NullMarked;
