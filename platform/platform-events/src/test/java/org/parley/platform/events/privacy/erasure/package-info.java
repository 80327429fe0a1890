/** Tests of erasures. */
@NullMarked
package org.parley.platform.events.privacy.erasure;

import org.jspecify.annotations.NullMarked;
