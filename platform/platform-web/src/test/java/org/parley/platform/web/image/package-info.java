/** Tests of what every HTTP answer has in common. */
@NullMarked
package org.parley.platform.web.image;

import org.jspecify.annotations.NullMarked;
