package org.parley.platform.ai;

/** Stands for a type of a module that is above this one. */
public interface UpperModel {

}
