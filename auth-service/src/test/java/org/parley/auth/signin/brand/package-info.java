@NullMarked
package org.parley.auth.signin.brand;

import org.jspecify.annotations.NullMarked;
