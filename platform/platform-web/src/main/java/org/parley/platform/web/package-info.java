/** What every HTTP answer of Parley has in common. */
@NullMarked
package org.parley.platform.web;

import org.jspecify.annotations.NullMarked;
