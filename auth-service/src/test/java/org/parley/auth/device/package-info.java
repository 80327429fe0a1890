/** Tests of devices that are known again. */
@NullMarked
package org.parley.auth.device;

import org.jspecify.annotations.NullMarked;
