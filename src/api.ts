// The door to type-graphql: it needs reflect-metadata to be there before any decorator runs.
import "reflect-metadata";

export * from "type-graphql";
