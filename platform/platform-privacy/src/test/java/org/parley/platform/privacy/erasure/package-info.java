/** Tests of erasures. */
@NullMarked
package org.parley.platform.privacy.erasure;

import org.jspecify.annotations.NullMarked;
