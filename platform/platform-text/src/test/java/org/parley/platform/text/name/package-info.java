/** Tests of the rules about names. */
@NullMarked
package org.parley.platform.text.name;

import org.jspecify.annotations.NullMarked;
