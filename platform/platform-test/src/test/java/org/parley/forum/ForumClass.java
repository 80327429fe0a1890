package org.parley.forum;

/** A class of another service, which the rules forbid to use. */
public class ForumClass {

}
