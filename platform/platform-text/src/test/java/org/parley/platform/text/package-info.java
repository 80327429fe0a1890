/** Tests of the validation of texts. */
@NullMarked
package org.parley.platform.text;

import org.jspecify.annotations.NullMarked;
