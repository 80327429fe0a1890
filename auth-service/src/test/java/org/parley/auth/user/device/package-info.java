/** Tests of devices that are known again. */
@NullMarked
package org.parley.auth.user.device;

import org.jspecify.annotations.NullMarked;
