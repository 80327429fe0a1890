@NullMarked
package org.parley.gateway.guest;

import org.jspecify.annotations.NullMarked;
